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
set title 'Synchronising: data-parallel, 1 steps, 2 bytes for each of 10000000000 parameters, 2 sites, over fibre' noenhanced
set xrange [0.0:3.9320306259588214]
set yrange [0.6:-0.6]
set ytics ('wavelength' 0) noenhanced
set xlabel "USD for a synchronised terabyte\n " offset 0,0.3
set grid xtics noytics lt 1 lw 0.5 lc rgb '#E8E8E8'
set arrow from 1.830327, graph 0 to 1.830327, graph 1 nohead lw 1 lc rgb '#202020' front
set terminal svg size 760,216 fixed standalone enhanced rounded name 'tornado_2' background rgb 'white' font 'Helvetica,12'
set output 'tornado-2.svg'
plot \
    'tornado-2.dat' index 0 using 2:1:2:3:($1-0.32):($1+0.32) with boxxyerror fs solid 0.85 noborder lc rgb '#0072B2' title 'at the low end of the input', \
    'tornado-2.dat' index 0 using 2:1:2:4:($1-0.32):($1+0.32) with boxxyerror fs solid 0.85 noborder lc rgb '#D55E00' title 'at its high end'
unset output
