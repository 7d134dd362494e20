# gnuplot 5.2 or newer: draws alibis.svg
reset
set encoding utf8
set decimalsign '.'
set title 'Pairs whose times prove that no country of the set was passed' font ',13'
set xlabel "Share of pairs that prove it at every instant (%)\n " offset 0,0.3
set xrange [0:100]
set yrange [3.0-0.5:-0.5]
set ytics out nomirror scale 0 noenhanced ('without China and Russia' 0, 'without the United States' 1, 'without Five Eyes' 2)
set xtics out nomirror
set border 1 lw 0.8 lc rgb '#404040'
set grid xtics ytics lt 1 lw 0.5 lc rgb '#E8E8E8'
set key outside bottom center horizontal Left reverse noenhanced
set terminal svg size 800,248 fixed standalone enhanced rounded name 'alibis' background rgb 'white' font 'Helvetica,12'
set output 'alibis.svg'
plot \
    'alibis.dat' index 0 with points pt 7 ps 0.65 lc rgb '#0072B2' title 'bound at the speed of light in vacuum', \
    'alibis.dat' index 1 with points pt 9 ps 0.65 lc rgb '#D55E00' title 'bound at the speed of light in fibre'
unset output
