// Writes rows.jsonl: values, options, and the YAML that the package "yaml" (2.x) makes of them.
//   node record.mjs FOLDER_WITH_NODE_MODULES
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const yaml = createRequire(join(process.argv[2], 'node_modules', 'x.js'))('yaml');
const L='word '.repeat(30).trim(), U='x'.repeat(100);
const cases=[
['a map',{a:1,b:'x'}],['a list in a map',{a:[1,'two']}],['a map in a list',[{a:1,b:2},{c:3}]],['a list in a list',[[1,2],[3]]],
['empty ones',{a:[],b:{},c:'',d:null}],['an empty list in a list',[[],{}]],
['numbers',{a:1.5,b:1e21,c:-0.1,d:0.1,e:100000,f:1e-7}],['truth',{a:true,b:false}],
['texts like numbers',{a:'1',b:'1.0',c:'0x1f',d:'0o7',e:'1e3',f:'.5',g:'-.inf',h:'.nan',i:'010',j:'1_000',k:'+12',l:'1.'}],
['texts like truth',{a:'true',b:'False',c:'yes',d:'no',e:'on',f:'null',g:'~',h:'Null',i:'TRUE',j:'y'}],
['texts with signs',{a:'- x',b:'-x',c:'? x',d:'?',e:': x',f:'a: b',g:'a:b',h:'a #b',i:'a#b',j:'#a',k:'@a',l:'`a',m:'%a',n:'&a',o:'*a',p:'!a',q:'|a',r:'>a',s:"'a",t:'"a',u:'[a',v:'{a',w:'a]',x:'a,b',y:',a',z:'a:'}],
['blanks',{a:' x',b:'x ',c:'\tx',d:' ',e:'x\t'}],
['quotes',{a:"it's \"x\"",b:"'both' #\"",c:'- "x"',d:"- 'x'",e:"- it's \"x\""}],
['lines',{a:'one\ntwo',b:'one\ntwo\n',c:'one\n\ntwo\n\n',d:'\none',e:'\n',f:' one\ntwo',g:'one \ntwo',h:'one\n  two\n',i:'one\n ',j:'a\n\n  b'}],
['lines in a list',['one\ntwo\n',{k:'one\ntwo'}]],
['a long text',{a:L}],['a long word',{a:U}],['a long text deep',{a:{b:{c:{d:L}}}}],['long text in a list',[L,U]],
['a long text in quotes',{a:'- '+L,b:"- '"+L,c:'x: '+U}],['a long quoted one with lines',{a:'tab\there\n'+L+'\u0001'}],
['long lines',{a:L+'\n'+L+'\n'}],['long and short lines',{a:'short\n'+L+'\n  indented '+L+'\nend\n'}],['long lines without blanks',{a:U+'\nx\n'}],
['lines, long and blank ones',{a:'\n'+L+'\n\n\n'+L}],
['odd characters',{a:'\u0000\u0007\u000b\u001b',b:'\u0085',c:'\u00a0x',d:'\u2028',e:'\u007f',f:'é😀'}],
['document marks',{a:'---',b:'--- x',c:'...',d:'x\n---\ny',e:'%x'}],
['keys',{'a b':1,'1':2,'true':3,'':4,'a: b':5,'- x':6,'a#b':7,'x\ny':8,'é':9,'null':10,'a"b':11}],
['numbers as keys come first',{b:1,'10':2,'2':3,'01':4,'-1':5}],
['a key that is long',{[U.repeat(11)]:{a:1}}],
['a key that is very long',{['k'.repeat(1030)]:'v'}],
['a catalog entity',{apiVersion:'backstage.io/v1alpha1',kind:'Component',metadata:{name:'x',description:'What it is: a "thing"',annotations:{'github.com/project-slug':'acme/x','backstage.io/techdocs-ref':'dir:.'},tags:['java','a-b'],links:[{url:'https://x.org/a?b=1#c',title:'T'}]},spec:{type:'service',lifecycle:'production',owner:'group:default/team-a',dependsOn:['resource:default/db']}}],
['text alone','text'],['lines alone','a\nb\n'],['a list alone',['a']],['nothing',null],['marks alone','---\na'],['empty text',''],
];
const opts=[
['narrow',{a:L,b:'- '+L,c:L+'\n'+L+'\n'},{lineWidth:40}],['never folded',{a:L,b:L+'\nx\n'},{lineWidth:0}],
['indent 4',{a:{b:[1,{c:2,d:[3]}]}},{indent:4}],['lists not indented',{a:{b:[1,{c:2,d:[3]}]},e:[]},{indentSeq:false}],
['in flow',{a:{b:[1,'x, y',{c:'d'}],e:[]},f:'a: b'},{collectionStyle:'flow'}],['in flow, long',{a:['word'.repeat(9),'word'.repeat(9),{k:'v'.repeat(70)}]},{collectionStyle:'flow'}],
['in flow without padding',{a:[1,2]},{collectionStyle:'flow',flowCollectionPadding:false}],['in blocks',{a:[],b:{}},{collectionStyle:'block'}],
['single quotes',{a:'- x',b:'1',c:"it's: "},{singleQuote:true}],['double quotes',{a:'- "x"',b:'1'},{singleQuote:false}],
['all in double quotes',{a:'x',b:1,c:'l\nm'},{defaultStringType:'QUOTE_DOUBLE'}],['texts, not keys',{a:'x'},{defaultStringType:'QUOTE_SINGLE',defaultKeyType:'PLAIN'}],
['literals',{a:'x',b:'long '.repeat(30)+'x'},{defaultStringType:'BLOCK_LITERAL'}],['folded blocks',{a:L+'\n'+L,b:'x\ny'},{blockQuote:'folded'}],['literal blocks',{a:L+'\n'+L},{blockQuote:'literal'}],['no blocks',{a:'x\ny'},{blockQuote:false}],['no blocks, long',{a:'x is here\ny is there\n\nz and so on and on and on\n'},{blockQuote:false}],
['other words',{a:null,b:true,c:false},{nullStr:'~',trueStr:'yes',falseStr:'no'}],['marked',{a:1},{directives:true}],
['quoted as JSON',{a:'x: \n'+L},{doubleQuotedAsJSON:true,blockQuote:false}],
];
const rows = [...cases, ...opts].map(([name, value, options]) =>
    JSON.stringify({ name, value, options, expected: yaml.stringify(value, options) }));
writeFileSync(new URL('rows.jsonl', import.meta.url), rows.join('\n') + '\n');
