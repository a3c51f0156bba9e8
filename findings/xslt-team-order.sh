#!/usr/bin/env bash
# xslt-processor 5.1.2: the first below a grade is not the first of the chart, and a team that is sorted stays as it was.
#
# An XML chart with each role within its manager, as an indented list would show it. `//role` are all roles; a template writes the place of
# a role in its team, with the reports sorted by grade.
#
# Expected: by XPath 1.0 nodes come in the order of the document, so the first below grade 5 is the analyst, who is above the deputy in the
#   list. By XSLT 1.0 `xsl:sort` within `apply-templates` sorts, `position()` is the place and `last()` the number of those to which the
#   templates are applied. xslt3 2.7.0 (Saxon) does all that. None of it is among what the package lists as missing.
# Seen: `//role` gives one level after the other, so that the deputy is the first below grade 5. Nothing is sorted, and each role is the
#   first of one. `position()` and `xsl:sort` work in `for-each`. There is no error.
#
# For rolegraph: `orgFromRecords` keeps the order of the records, and `rolesOf` gives them in it. With this package take `descendant::role`,
#   which is in order, and `for-each` to sort or to number.
set -euo pipefail

tmp="$(mktemp -d)"
trap 'rm -rf "$tmp"' EXIT
npm i --no-save --no-audit --no-fund --ignore-scripts --loglevel=error --prefix "$tmp" xslt-processor@5.1.2 xslt3@2.7.0 >/dev/null

cat > "$tmp/chart.xml" <<'XML'
<chart>
  <role id="chief" grade="9">
    <role id="head" grade="5"><role id="analyst" grade="2"/><role id="clerk" grade="1"/></role>
    <role id="deputy" grade="4"><role id="planner" grade="3"/></role>
  </role>
</chart>
XML
cat > "$tmp/chart.xsl" <<'XML'
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="text"/>
  <xsl:template match="/">
    first below grade 5: <xsl:value-of select="//role[@grade &lt; 5]/@id"/>
    / all: <xsl:for-each select="//role"><xsl:value-of select="@id"/>; </xsl:for-each>
    / descendants: <xsl:for-each select="chart/descendant::role"><xsl:value-of select="@id"/>; </xsl:for-each>
    / by grade: <xsl:for-each select="//role"><xsl:sort select="@grade" data-type="number"/><xsl:value-of select="@id"/>; </xsl:for-each>
    / teams: <xsl:apply-templates select="chart/role"/>
  </xsl:template>
  <xsl:template match="role">
    <xsl:value-of select="@id"/> is <xsl:value-of select="position()"/> of <xsl:value-of select="last()"/>;
    <xsl:apply-templates select="role"><xsl:sort select="@grade" data-type="number"/></xsl:apply-templates>
  </xsl:template>
</xsl:stylesheet>
XML
cat > "$tmp/seen.mjs" <<'JS'
import { readFileSync } from 'node:fs'
import { XmlParser, Xslt } from 'xslt-processor'

const [chart, sheet] = process.argv.slice(2).map((file) => new XmlParser().xmlParse(readFileSync(file, 'utf8')))
console.log(await new Xslt().xsltProcess(chart, sheet))
JS

# One statement a line.
transformed() {
  (cd "$tmp" && timeout 60 node "$@") | xargs | sed 's| / |\n|g'
}
seen() {
  echo '[xslt3]'
  transformed node_modules/xslt3/xslt3.js -s:chart.xml -xsl:chart.xsl
  echo '[xslt-processor]'
  transformed seen.mjs chart.xml chart.xsl
}
diff - <(seen) <<'TEXT'
[xslt3]
first below grade 5: analyst
all: chief; head; analyst; clerk; deputy; planner;
descendants: chief; head; analyst; clerk; deputy; planner;
by grade: clerk; analyst; planner; deputy; head; chief;
teams: chief is 1 of 1; deputy is 1 of 2; planner is 1 of 1; head is 2 of 2; clerk is 1 of 2; analyst is 2 of 2;
[xslt-processor]
first below grade 5: deputy
all: chief; head; deputy; analyst; clerk; planner;
descendants: chief; head; analyst; clerk; deputy; planner;
by grade: clerk; analyst; planner; deputy; head; chief;
teams: chief is 1 of 1; head is 1 of 1; analyst is 1 of 1; clerk is 1 of 1; deputy is 1 of 1; planner is 1 of 1;
TEXT
echo 'as recorded'
