# gnuplot 5.2 or newer: draws tornado-2.svg
reset
set encoding utf8
set decimalsign '.'
set border 3 lw 0.8 lc rgb '#404040'
set xtics out nomirror scale 0.6
set ytics out nomirror scale 0.6
set title font ',13'
set key outside bottom center horizontal Left reverse noenhanced samplen 2.5 spacing 1.2
set grid ytics lt 1 lw 0.5 lc rgb '#E8E8E8'
set title 'Tokens from edge over mesh' noenhanced
set xrange [8.772393971274212:35.46680624035466]
set yrange [9.6:-0.6]
set ytics ('processor' 0, 'edge premium' 1, 'satellite mass' 2, 'launch' 3, 'satellite life' 4, 'satellite build' 5, 'power' 6, 'gateway' 7, 'gateway life' 8, 'operations' 9) noenhanced
set xlabel "USD for a million tokens\n " offset 0,0.3
set grid xtics noytics lt 1 lw 0.5 lc rgb '#E8E8E8'
set arrow from 15.863795, graph 0 to 15.863795, graph 1 nohead lw 1 lc rgb '#202020' front
set terminal svg size 760,450 fixed standalone enhanced rounded name 'tornado_2' background rgb 'white' font 'Helvetica,12'
set output 'tornado-2.svg'
plot \
    'tornado-2.dat' index 0 using 2:1:2:3:($1-0.32):($1+0.32) with boxxyerror fs solid 0.85 noborder lc rgb '#0072B2' title 'at the low end of the input', \
    'tornado-2.dat' index 0 using 2:1:2:4:($1-0.32):($1+0.32) with boxxyerror fs solid 0.85 noborder lc rgb '#D55E00' title 'at its high end'
unset output
