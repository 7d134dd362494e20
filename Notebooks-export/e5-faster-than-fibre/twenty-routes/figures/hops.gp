# gnuplot 5.2 or newer: draws hops.svg
reset
set encoding utf8
set decimalsign '.'
set border 3 lw 0.8 lc rgb '#404040'
set tics out nomirror scale 0.6 textcolor rgb '#202020'
set grid xtics ytics lt 1 lw 0.5 lc rgb '#E4E4E4'
set key outside bottom center horizontal Left reverse noenhanced samplen 2.5 spacing 1.2
set title offset 0,-0.4 font ',13'
set rmargin 3
set xrange [0.0:108.0]
set xlabel "Time since start (min)\n " offset 0,0.3
set yrange [4.4:14.6]
set ytics 2
set ylabel 'Links (one way)'
set title 'Links on the route, lines set apart (first 8 of 20 routes)'
set terminal svg size 720,366 fixed standalone enhanced rounded name 'hops' background rgb 'white' font 'Helvetica,12'
set output 'hops.svg'
plot \
    'hops.dat' index 0 using 1:($2+0.315) with lines lw 1.6 dt solid lc rgb '#0072B2' notitle, \
    'hops.dat' index 1 using 1:($2+0.315) with points pt 7 ps 0.65 lw 1.2 lc rgb '#0072B2' notitle, \
    'hops.dat' index 2 using 1:($2+0.225) with lines lw 1.6 dt solid lc rgb '#D55E00' notitle, \
    'hops.dat' index 3 using 1:($2+0.225) with points pt 9 ps 0.65 lw 1.2 lc rgb '#D55E00' notitle, \
    'hops.dat' index 4 using 1:($2+0.135) with lines lw 1.6 dt solid lc rgb '#009E73' notitle, \
    'hops.dat' index 5 using 1:($2+0.135) with points pt 5 ps 0.65 lw 1.2 lc rgb '#009E73' notitle, \
    'hops.dat' index 6 using 1:($2+0.045) with lines lw 1.6 dt solid lc rgb '#CC79A7' notitle, \
    'hops.dat' index 7 using 1:($2+0.045) with points pt 13 ps 0.65 lw 1.2 lc rgb '#CC79A7' notitle, \
    'hops.dat' index 8 using 1:($2+-0.045) with lines lw 1.6 dt solid lc rgb '#E69F00' notitle, \
    'hops.dat' index 9 using 1:($2+-0.045) with points pt 11 ps 0.65 lw 1.2 lc rgb '#E69F00' notitle, \
    'hops.dat' index 10 using 1:($2+-0.135) with lines lw 1.6 dt solid lc rgb '#56B4E9' notitle, \
    'hops.dat' index 11 using 1:($2+-0.135) with points pt 6 ps 0.65 lw 1.2 lc rgb '#56B4E9' notitle, \
    'hops.dat' index 12 using 1:($2+-0.225) with lines lw 1.6 dt solid lc rgb '#000000' notitle, \
    'hops.dat' index 13 using 1:($2+-0.225) with points pt 8 ps 0.65 lw 1.2 lc rgb '#000000' notitle, \
    'hops.dat' index 14 using 1:($2+-0.315) with lines lw 1.6 dt solid lc rgb '#7F7F7F' notitle, \
    'hops.dat' index 15 using 1:($2+-0.315) with points pt 4 ps 0.65 lw 1.2 lc rgb '#7F7F7F' notitle, \
    NaN with linespoints lw 1.6 dt solid pt 7 ps 0.65 lc rgb '#0072B2' title 'London – New York, 1', \
    NaN with linespoints lw 1.6 dt solid pt 9 ps 0.65 lc rgb '#D55E00' title 'London – New York, 2', \
    NaN with linespoints lw 1.6 dt solid pt 5 ps 0.65 lc rgb '#009E73' title 'London – New York, 3', \
    NaN with linespoints lw 1.6 dt solid pt 13 ps 0.65 lc rgb '#CC79A7' title 'London – New York, 4', \
    NaN with linespoints lw 1.6 dt solid pt 11 ps 0.65 lc rgb '#E69F00' title 'London – New York, 5', \
    NaN with linespoints lw 1.6 dt solid pt 6 ps 0.65 lc rgb '#56B4E9' title 'London – New York, 6', \
    NaN with linespoints lw 1.6 dt solid pt 8 ps 0.65 lc rgb '#000000' title 'London – New York, 7', \
    NaN with linespoints lw 1.6 dt solid pt 4 ps 0.65 lc rgb '#7F7F7F' title 'London – New York, 8'
unset output
