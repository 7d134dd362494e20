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
set title 'Where the mesh is faster' font ',13'
set terminal svg size 900,500 fixed standalone enhanced rounded name 'map' background rgb 'white' font 'Helvetica,12'
set output 'map.svg'
plot \
    'coastlines.dat' using 1:2 with lines lw 0.6 lc rgb '#9A9A9A' notitle, \
    'map.dat' index 0 with lines lw 0.9 dt (6,3) lc rgb '#D55E00' title 'fibre is faster', \
    'map.dat' index 1 with points pt 5 ps 0.5 lc rgb 'black' title 'stations'
unset output
