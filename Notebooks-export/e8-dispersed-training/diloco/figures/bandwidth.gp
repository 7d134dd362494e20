# gnuplot 5.2 or newer: draws bandwidth.svg
reset
set encoding utf8
set decimalsign '.'
set border 3 lw 0.8 lc rgb '#404040'
set xtics out nomirror scale 0.6
set ytics out nomirror scale 0.6
set title font ',13'
set key outside bottom center horizontal Left reverse noenhanced samplen 2.5 spacing 1.2
set grid ytics lt 1 lw 0.5 lc rgb '#E8E8E8'
set title 'Rate that training needs (Gbit/s)'
set logscale xy
set xrange [0.3:1300]
set yrange [0.3:1300]
set size ratio -1
set xlabel "Published (arXiv 2503.09799)\n " offset 0,0.3
set ylabel 'Closed form, payload fitted'
set grid xtics ytics lt 1 lw 0.5 lc rgb '#E8E8E8'
set terminal svg size 560,600 fixed standalone enhanced rounded name 'bandwidth' background rgb 'white' font 'Helvetica,12'
set output 'bandwidth.svg'
plot \
    x with lines lw 0.8 lc rgb '#404040' notitle, \
    'bandwidth.dat' index 0 with points lc rgb '#0072B2' pt 7 ps 0.65 title '1B', \
    'bandwidth.dat' index 1 with points lc rgb '#D55E00' pt 9 ps 0.65 title '10B', \
    'bandwidth.dat' index 2 with points lc rgb '#009E73' pt 5 ps 0.65 title '100B', \
    'bandwidth.dat' index 3 with points lc rgb '#CC79A7' pt 13 ps 0.65 title 'Chinchilla 10B', \
    'bandwidth.dat' index 4 with points lc rgb '#E69F00' pt 11 ps 0.65 title 'Llama3 405B', \
    'bandwidth.dat' index 5 with points lc rgb '#56B4E9' pt 6 ps 0.65 title 'DeepSeek-V3 671B'
unset output
