/** One small table as each known product exports it. */
export const PRODUCT_TABLES: readonly string[] = [
  'id,manager,title,dotted,grade,fte,cost,minYears,family,unit\na,,Head,,4,1,90000,5,pmo,PMO\nb,a,Lead,,3,0.5,60000,2,pmo,PMO\nc,b,Analyst,a;b,1,1,40000,0,pmo,IT\n',
  'Employee ID;Name;Job Title;Manager;Department\n007;Ada;Director;;PMO\n12;Grace;Manager;Ada;PMO\n31;Edsger;Analyst;Grace;IT\n',
  'STATUS,USERID,FIRSTNAME,LASTNAME,MANAGER,MATRIX_MANAGER,TITLE,DEPARTMENT\nSTATUS,USERID,First Name,Last Name,Manager,Matrix Manager,Title,Department\nactive,a,Ada,Byron,NO_MANAGER,,CEO,Board\nactive,b,Bo,Moe,a,,VP,IT\nactive,c,Cy,Roe,b,a|b,Dev,IT\n',
  'PersonID,SupervisorID,Name,Title,Department,DottedID\n1,,Steve,CEO,Executive,\n2,1,Sandra,VP,Marketing,\n3,1,George,VP,Engineering,2\n',
  'ID,First Name,Last Name,Boss ID,Role,Email,Dottedids\n1,Ada,Byron,,CEO,a@x.org,\n2,Bo,Moe,1,VP,b@x.org,\n3,Cy,Roe,2,Dev,c@x.org,1:2\n',
  'Employee #,First Name,Last Name,Job Title,Work Email,supervisorEId,Department\n1,Ada,Byron,CEO,a@x.org,,Board\n2,Bo,Moe,VP,b@x.org,1,IT\n3,Cy,Roe,Dev,c@x.org,2,IT\n',
  'Display name,Email,Employee ID in company,Reports to ID in company,Job title\nAda,a@x.org,1,,CEO\nBo,b@x.org,2,1,VP\nCy,c@x.org,3,2,Dev\n',
  'Email\tFirst Name\tLast Name\tJob Title\tReports To\na@x.org\tAda\tByron\tCEO\t\nb@x.org\tBo\tMoe\tVP\ta@x.org\nc@x.org\tCy\tRoe\tDev\tBo Moe\n',
  'Name,Title,Reports_To,Department\nAda,CEO,,Board\nGrace,CTO,Ada,IT\nBo,Dev,Grace,IT\n',
  'sep=|\nPosition ID|Reports to Position ID|Holder|Title\n1||Ada|CEO\n2|1||VP\n3|2|"Roe, ""Cy"""|Dev\n',
]
