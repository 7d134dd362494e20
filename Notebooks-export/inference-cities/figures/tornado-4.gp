# gnuplot 5.2 or newer: draws tornado-4.svg
reset
set encoding utf8
set decimalsign '.'
set border 3 lw 0.8 lc rgb '#404040'
set xtics out nomirror scale 0.6
set ytics out nomirror scale 0.6
set title font ',13'
set key outside bottom center horizontal Left reverse noenhanced samplen 2.5 spacing 1.2
set grid ytics lt 1 lw 0.5 lc rgb '#E8E8E8'
set title 'Tokens from region over mesh' noenhanced
set xrange [11.793866388984599:42.89415252771909]
set yrange [8.6:-0.6]
set ytics ('processor' 0, 'satellite mass' 1, 'launch' 2, 'satellite life' 3, 'satellite build' 4, 'power' 5, 'gateway' 6, 'gateway life' 7, 'operations' 8) noenhanced
set xlabel "USD for a million tokens\n " offset 0,0.3
set grid xtics noytics lt 1 lw 0.5 lc rgb '#E8E8E8'
set arrow from 19.219588, graph 0 to 19.219588, graph 1 nohead lw 1 lc rgb '#202020' front
set terminal svg size 760,424 fixed standalone enhanced rounded name 'tornado_4' background rgb 'white' font 'Helvetica,12'
set output 'tornado-4.svg'
plot \
    'tornado-4.dat' index 0 using 2:1:2:3:($1-0.32):($1+0.32) with boxxyerror fs solid 0.85 noborder lc rgb '#0072B2' title 'at the low end of the input', \
    'tornado-4.dat' index 0 using 2:1:2:4:($1-0.32):($1+0.32) with boxxyerror fs solid 0.85 noborder lc rgb '#D55E00' title 'at its high end'
unset output
