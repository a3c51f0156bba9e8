#!/usr/bin/env bash
# xslt-processor 5.1.2: a role that is given no manager has the manager of the caller.
#
# An XML chart with each role within its manager. A template for roles has a parameter `manager`, `none` unless it is passed. Reports get
# the role they are in as their manager; assistants are outside the hierarchy, so nothing is passed on for them.
#
# Expected: `none` for the assistants, since in XSLT 1.0 a parameter that is not passed has the value given in the called template. xslt3
#   2.7.0 (Saxon) gives it. The package names XSLT 1.0 as its aim, and parameters are not among what it lists as missing.
# Seen: the parameters of the caller reach the called template. The assistant of the head has the chief as manager, and the assistant of
#   the analyst the head; only the chief's own has none. `call-template` does the same. There is no error.
#
# For rolegraph: `orgFromRecords` takes the manager of a role from its own record alone, and none where there is none. With this package
#   pass every parameter each time, `<xsl:with-param name="manager" select="'none'"/>`, or take the manager from `ancestor::role[1]`.
set -euo pipefail

tmp="$(mktemp -d)"
trap 'rm -rf "$tmp"' EXIT
npm i --no-save --no-audit --no-fund --ignore-scripts --loglevel=error --prefix "$tmp" xslt-processor@5.1.2 xslt3@2.7.0 >/dev/null

cat > "$tmp/chart.xml" <<'XML'
<chart>
  <role id="chief">
    <assistant id="aide"/>
    <role id="head">
      <assistant id="secretary"/>
      <role id="analyst"><assistant id="trainee"/></role>
    </role>
  </role>
</chart>
XML
cat > "$tmp/chart.xsl" <<'XML'
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="text"/>
  <xsl:template match="/"><xsl:apply-templates select="chart/role"/></xsl:template>
  <xsl:template match="role">
    <xsl:param name="manager" select="'none'"/>
    <xsl:value-of select="@id"/>: <xsl:value-of select="$manager"/>; 
    <xsl:apply-templates select="assistant"/>
    <xsl:call-template name="called"/>
    <xsl:apply-templates select="role"><xsl:with-param name="manager" select="@id"/></xsl:apply-templates>
  </xsl:template>
  <xsl:template match="assistant">
    <xsl:param name="manager" select="'none'"/>
    <xsl:value-of select="@id"/>: <xsl:value-of select="$manager"/>; 
  </xsl:template>
  <xsl:template name="called">
    <xsl:param name="manager" select="'none'"/>
    called: <xsl:value-of select="$manager"/>; 
  </xsl:template>
</xsl:stylesheet>
XML
sed "s|<xsl:apply-templates select=\"assistant\"/>|<xsl:apply-templates select=\"assistant\"><xsl:with-param name=\"manager\" select=\"'none'\"/></xsl:apply-templates>|" \
  "$tmp/chart.xsl" > "$tmp/passed.xsl"
cat > "$tmp/seen.mjs" <<'JS'
import { readFileSync } from 'node:fs'
import { XmlParser, Xslt } from 'xslt-processor'

const [chart, sheet] = process.argv.slice(2).map((file) => new XmlParser().xmlParse(readFileSync(file, 'utf8')))
console.log(await new Xslt().xsltProcess(chart, sheet))
JS

transformed() {
  printf '%s: ' "$1"
  (cd "$tmp" && timeout 60 node "${@:2}") | xargs
}
seen() {
  transformed xslt3 node_modules/xslt3/xslt3.js -s:chart.xml -xsl:chart.xsl
  transformed xslt-processor seen.mjs chart.xml chart.xsl
  transformed 'xslt-processor, passed to assistants' seen.mjs chart.xml passed.xsl
}
diff - <(seen) <<'TEXT'
xslt3: chief: none; aide: none; called: none; head: chief; secretary: none; called: none; analyst: head; trainee: none; called: none;
xslt-processor: chief: none; aide: none; called: none; head: chief; secretary: chief; called: chief; analyst: head; trainee: head; called: head;
xslt-processor, passed to assistants: chief: none; aide: none; called: none; head: chief; secretary: none; called: chief; analyst: head; trainee: none; called: head;
TEXT
echo 'as recorded'
