# gnuplot 5.2 or newer: draws utilisation.svg
reset
set encoding utf8
set decimalsign '.'
set border 3 lw 0.8 lc rgb '#404040'
set xtics out nomirror scale 0.6
set ytics out nomirror scale 0.6
set title font ',13'
set key outside bottom center horizontal Left reverse noenhanced samplen 2.5 spacing 1.2
set grid ytics lt 1 lw 0.5 lc rgb '#E8E8E8'
set title 'Training 10 billion parameters at 4 sites'
set logscale x
set xrange [0.8:625.0]
set yrange [0:103]
set xlabel "Steps between two synchronisations\n " offset 0,0.3
set ylabel 'Share of the time that is computed (%)'
set terminal svg size 760,470 fixed standalone enhanced rounded name 'utilisation' background rgb 'white' font 'Helvetica,12'
set output 'utilisation.svg'
plot \
    'utilisation.dat' index 0 with linespoints lw 1.6 lc rgb '#0072B2' pt 7 ps 0.65 title 'mesh, 20 Gbit/s up and down', \
    'utilisation.dat' index 1 with lines lw 1.2 dt (6,4) lc rgb '#0072B2' notitle, \
    'utilisation.dat' index 2 with points lc rgb '#0072B2' pt 3 ps 0.9 notitle, \
    'utilisation.dat' index 3 with linespoints lw 1.6 lc rgb '#D55E00' pt 9 ps 0.65 title 'fibre', \
    'utilisation.dat' index 4 with lines lw 1.2 dt (6,4) lc rgb '#D55E00' notitle, \
    'utilisation.dat' index 5 with points lc rgb '#D55E00' pt 3 ps 0.9 notitle, \
    NaN with lines lw 1.2 dt (6,4) lc rgb '#404040' title 'streaming, overlapped', \
    NaN with points pt 3 ps 0.9 lc rgb '#404040' title 'data parallel'
unset output
