# gnuplot 5.2 or newer: draws map.svg
reset
set encoding utf8
set decimalsign '.'
set border 15 lw 0.8 lc rgb '#404040'
set xrange [-180:180]
set yrange [-90:90]
set size ratio -1
set xtics out nomirror scale 0.6 textcolor rgb '#202020' ('180°' -180, '120° W' -120, '60° W' -60, '0°' 0, '60° E' 60, '120° E' 120, '180°' 180)
set ytics out nomirror scale 0.6 textcolor rgb '#202020' ('90° S' -90, '60° S' -60, '30° S' -30, '0°' 0, '30° N' 30, '60° N' 60, '90° N' 90)
set grid xtics ytics lt 1 lw 0.5 lc rgb '#E8E8E8'
set key outside bottom center horizontal Left reverse noenhanced samplen 3 spacing 1.2
set title offset 0,-0.3 font ',13'
set label 'London' at -0.1257,51.5085 left offset character 0.8,0 front noenhanced font ',10'
set label 'New York' at -74.006,40.7143 right offset character -0.8,0 front noenhanced font ',10'
set title 'Routes at 0 s (first 8 of 20 pairs)'
set terminal svg size 900,536 fixed standalone enhanced rounded name 'map' background rgb 'white' font 'Helvetica,12'
set output 'map.svg'
plot \
    'coastlines.dat' using 1:2 with lines lw 0.6 lc rgb '#9A9A9A' notitle, \
    'map.dat' index 0 with lines lw 4.3 dt solid lc rgb '#0072B2' title 'London – New York, 1', \
    'map.dat' index 2 with lines lw 3.9 dt (12,4) lc rgb '#D55E00' title 'London – New York, 2', \
    'map.dat' index 4 with lines lw 3.6 dt (5,3) lc rgb '#009E73' title 'London – New York, 3', \
    'map.dat' index 6 with lines lw 3.2 dt (12,3,2,3) lc rgb '#CC79A7' title 'London – New York, 4', \
    'map.dat' index 8 with lines lw 2.8 dt (16,3) lc rgb '#E69F00' title 'London – New York, 5', \
    'map.dat' index 10 with lines lw 2.5 dt (2,3) lc rgb '#56B4E9' title 'London – New York, 6', \
    'map.dat' index 12 with lines lw 2.2 dt (8,3,2,3,2,3) lc rgb '#000000' title 'London – New York, 7', \
    'map.dat' index 14 with lines lw 1.8 dt (6,6) lc rgb '#7F7F7F' title 'London – New York, 8', \
    'map.dat' index 1 with points pt 7 ps 0.3 lc rgb 'black' notitle, \
    'map.dat' index 3 with points pt 7 ps 0.3 lc rgb 'black' notitle, \
    'map.dat' index 5 with points pt 7 ps 0.3 lc rgb 'black' notitle, \
    'map.dat' index 7 with points pt 7 ps 0.3 lc rgb 'black' notitle, \
    'map.dat' index 9 with points pt 7 ps 0.3 lc rgb 'black' notitle, \
    'map.dat' index 11 with points pt 7 ps 0.3 lc rgb 'black' notitle, \
    'map.dat' index 13 with points pt 7 ps 0.3 lc rgb 'black' notitle, \
    'map.dat' index 15 with points pt 7 ps 0.3 lc rgb 'black' notitle, \
    'map.dat' index 16 with points pt 5 ps 0.55 lc rgb 'black' notitle
unset output
