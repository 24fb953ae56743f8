# temporary: converts ‘|’ to tabs so that the data can be typed plainly
import sys,re
out=[]
for l in open(sys.argv[1],encoding='utf8').read().split('\n'):
    if l.startswith('#') or l.startswith('@'): out.append(l)
    else: out.append(re.sub(r'\t+$','', '\t'.join(p.strip() for p in l.split('|'))))
open(sys.argv[2],'w',encoding='utf8').write('\n'.join(out))
