# gnuplot 5.2 or newer: draws motifs.svg
reset
set encoding utf8
set decimalsign '.'
set border 3 lw 0.8 lc rgb '#404040'
set xtics out nomirror scale 0.6
set ytics out nomirror scale 0.6
set key outside bottom center horizontal Left reverse noenhanced samplen 2 spacing 1.2
set title 'Motifs of two steps' font ',13'
set xlabel "Mean links of a route\n " offset 0,0.3
set ylabel 'Mean length of a route over the geodesic'
set grid xtics ytics lt 1 lw 0.5 lc rgb '#E8E8E8'
set terminal svg size 720,480 fixed standalone enhanced rounded name 'motifs' background rgb 'white' font 'Helvetica,12'
set output 'motifs.svg'
plot \
    'motifs.dat' index 0 with points pt 7 ps 0.65 lc rgb '#0072B2' title 'motifs', \
    'motifs.dat' index 1 with points pt 5 ps 1.3 lc rgb 'black' title '+Grid', \
    'motifs.dat' index 2 with points pt 9 ps 1.5 lc rgb '#D55E00' title 'least of hops and stretch: 1:-4 3:1, gains 44.3 %'
unset output
