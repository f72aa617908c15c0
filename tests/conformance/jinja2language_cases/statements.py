"""Statements with each sign of whitespace control at each of their delimiters, under the options that trim."""
import random
import re

composed = True
defaults = {"data": {"t": True, "f": False, "x": "X", "xs": [1, 2], "o": {"k": "v"}, "s": "  a  \n"}, "files": {"i.txt": " in\n{%- set w = 'W' %}\n"}}
shapes = """a\\n  <%if t%>\\n  b\\n  <%endif%>\\nc
 <%if f%> a <%elif t%> b <%else%> c <%endif%> d
<%for i in xs%>\\n  <=i=>\\n<%endfor%>\\n
  <%for i in xs%> <=i=>, <%else%> none <%endfor%>  .
<%for i in []%>x<%else%>\\n e \\n<%endfor%>|
<%set v = 1%>\\n<=v=>\\n
  <%set v%>\\n in \\n<%endset%>  [<=v=>]
<%macro m(a)%>\\n ( <=a=> ) \\n<%endmacro%>\\n<=m(1)=> \\n
<%macro m()%>[<=caller()=>]<%endmacro%> <%call m()%>\\n c \\n<%endcall%> .
 <%filter upper%>\\n ab \\n<%endfilter%> c
<%with y = 2%>\\n <=y=> \\n<%endwith%>\\n|
 <%raw%> {{ x }} {% y %}\\n<%endraw%> z
\\t<%block b%>\\n in block \\n<%endblock%>\\n
a <=x=> b <=x=>\\n<=x=>
\\n<#c#>\\n <#d#> \\n x
  <#c#>\\n<%if t%>\\n<#d#> y <%endif%>
<=x=><%if t%><=x=><%endif%>  <=x=>
\\n\\n <%if t%> \\n\\n <=x=> \\n\\n <%endif%> \\n\\n
<%autoescape true%> <='<'=> <%endautoescape%> .
x<%if t%>y<%endif%>\\n  <%if t%>z<%endif%>\\n
<%do xs.append(3)%>\\n<=xs=>
<%for i in xs%><%if i == 1%> <%continue%> <%endif%> <=i=> <%endfor%> e
\\r\\n <%if t%>\\r\\n a \\r\\n<%endif%>\\r\\n
  text <%if t%>  \\n  more  <%endif%>\\t\\n
<%include 'i.txt'%>\\n <%include ['none', 'i.txt']%> \\n.
<%import 'i.txt' as q%>\\n [<=q.w=>] \\n""".split("\n")
options = [{}, {"trim_blocks": True}, {"lstrip_blocks": True}, {"trim_blocks": True, "lstrip_blocks": True}, {"trim_blocks": True, "lstrip_blocks": True, "keep_trailing_newline": True}]
pick = random.Random(3)
marks = {"<%": ("{%", "-+"), "%>": ("%}", "-+"), "<=": ("{{", "-"), "=>": ("}}", "-"), "<#": ("{#", "-+"), "#>": ("#}", "-+")}


def signed(shape, chance):
    def one(found):
        text, signs = marks[found[0]]
        sign = pick.choice(signs) if pick.random() < chance else ""
        opens = found[0][0] == "<"
        return text + sign + " " * opens if opens else " " + sign + text
    return re.sub("<[%=#]|[%=#]>", one, shape).replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t")


rows = []
for shape in shapes:
    for option in options:
        for k in range(9):
            rows.append({"template": signed(shape, 0 if k == 0 else 0.2 if k < 3 else 0.6), "options": {"extensions": ["jinja2.ext.do", "jinja2.ext.loopcontrols"], **option}})
