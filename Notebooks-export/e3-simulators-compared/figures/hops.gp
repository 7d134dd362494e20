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
set xrange [0.0:200.0]
set xlabel "Time since start (s)\n " offset 0,0.3
set yrange [2.4:14.6]
set ytics 2
set ylabel 'Links (one way)'
set title 'Links on the route, lines set apart'
set terminal svg size 720,322 fixed standalone enhanced rounded name 'hops' background rgb 'white' font 'Helvetica,12'
set output 'hops.svg'
plot \
    'hops.dat' index 0 using 1:($2+0.09) with lines lw 1.6 dt solid lc rgb '#0072B2' notitle, \
    'hops.dat' index 1 using 1:($2+0.09) with points pt 7 ps 0.65 lw 1.2 lc rgb '#0072B2' notitle, \
    'hops.dat' index 2 using 1:2 with lines lw 1.6 dt solid lc rgb '#D55E00' notitle, \
    'hops.dat' index 3 using 1:2 with points pt 9 ps 0.65 lw 1.2 lc rgb '#D55E00' notitle, \
    'hops.dat' index 4 using 1:($2+-0.09) with lines lw 1.6 dt solid lc rgb '#009E73' notitle, \
    'hops.dat' index 5 using 1:($2+-0.09) with points pt 5 ps 0.65 lw 1.2 lc rgb '#009E73' notitle, \
    NaN with linespoints lw 1.6 dt solid pt 7 ps 0.65 lc rgb '#0072B2' title 'Delhi – New-York-Newark', \
    NaN with linespoints lw 1.6 dt solid pt 9 ps 0.65 lc rgb '#D55E00' title 'Moskva-(Moscow) – Paris', \
    NaN with linespoints lw 1.6 dt solid pt 5 ps 0.65 lc rgb '#009E73' title 'Tokyo – Sydney'
unset output
