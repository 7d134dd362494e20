# gnuplot 5.2 or newer: draws budget.svg
reset
set encoding utf8
set decimalsign '.'
set border 3 lw 0.8 lc rgb '#404040'
set xtics out nomirror scale 0.6
set ytics out nomirror scale 0.6
set title font ',13'
set key outside bottom center horizontal Left reverse noenhanced samplen 2.5 spacing 1.2
set grid ytics lt 1 lw 0.5 lc rgb '#E8E8E8'
set title 'Mean time to the first token'
set xrange [0:486.00000000000006]
set yrange [4.6:-0.6]
set ytics ('orbit over mesh' 0, 'edge over mesh' 1, 'edge over fibre' 2, 'region over mesh' 3, 'region over fibre' 4) noenhanced
set xlabel "ms\n " offset 0,0.3
set grid xtics noytics lt 1 lw 0.5 lc rgb '#E8E8E8'
set arrow from 450.0, graph 0 to 450.0, graph 1 nohead dt (4,4) lc rgb '#404040' front
set label 'limit' at 450.0, graph 1 offset 0.4,-0.8 font ',10'
set terminal svg size 760,400 fixed standalone enhanced rounded name 'budget' background rgb 'white' font 'Helvetica,12'
set output 'budget.svg'
plot \
    'budget.dat' index 0 using (0):1:(0):($2):($1-0.3):($1+0.3) with boxxyerror fs solid 0.85 noborder lc rgb '#0072B2' title 'network', \
    'budget.dat' index 0 using ($2):1:($2):($2+$3):($1-0.3):($1+0.3) with boxxyerror fs solid 0.85 noborder lc rgb '#D55E00' title 'queue', \
    'budget.dat' index 0 using ($2+$3):1:($2+$3):($2+$3+$4):($1-0.3):($1+0.3) with boxxyerror fs solid 0.85 noborder lc rgb '#56B4E9' title 'reading the question'
unset output
