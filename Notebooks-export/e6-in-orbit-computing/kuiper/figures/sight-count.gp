# gnuplot 5.2 or newer: draws sight-count.svg
reset
set encoding utf8
set decimalsign '.'
set border 3 lw 0.8 lc rgb '#404040'
set xtics out nomirror scale 0.6
set ytics out nomirror scale 0.6
set title font ',13'
set key outside bottom center horizontal Left reverse noenhanced samplen 2.5 spacing 1.2
set grid ytics lt 1 lw 0.5 lc rgb '#E8E8E8'
set title 'Satellites in reach'
set xrange [-2.0:92.0]
set yrange [0:*]
set xtics 15
set xlabel "Latitude (deg)\n " offset 0,0.3
set ylabel 'Satellites'
set terminal svg size 720,420 fixed standalone enhanced rounded name 'sight_count' background rgb 'white' font 'Helvetica,12'
set output 'sight-count.svg'
plot \
    'sight-count.dat' index 0 with linespoints lw 1.6 pt 7 ps 0.65 lc rgb '#0072B2' title 'the most', \
    'sight-count.dat' index 1 with linespoints lw 1.6 pt 9 ps 0.65 lc rgb '#D55E00' title 'on average', \
    'sight-count.dat' index 2 with linespoints lw 1.6 pt 5 ps 0.65 lc rgb '#009E73' title 'the fewest'
unset output
