# gnuplot 5.2 or newer: draws route_changes-by-min_elevation_deg-hop_delay_us.svg
reset
set encoding utf8
set decimalsign '.'
set title 'Changes of route, median over all else' noenhanced font ',13'
set xlabel 'ground.min_elevation_deg' noenhanced
set ylabel 'routing.hop_delay_us' noenhanced
set cblabel 'Changes of route' noenhanced offset 1.2,0
set xrange [-0.5:7.0-0.5]
set yrange [-0.5:7.0-0.5]
set xtics out nomirror scale 0.4 noenhanced ('10' 0, '15' 1, '20' 2, '25' 3, '30' 4, '35' 5, '40' 6)
set ytics out nomirror scale 0.4 noenhanced ('0' 0, '20' 1, '50' 2, '100' 3, '200' 4, '500' 5, '1000' 6)
set cbrange [11:18]
unset key
set border 15 lw 0.5 lc rgb '#404040'
set palette defined (0 '#00224E', 1 '#123570', 2 '#3B496C', 3 '#575D6D', 4 '#707173', 5 '#8A8678', 6 '#A59C74', 7 '#C3B369', 8 '#E1CC55', 9 '#FEE838')
set terminal svg size 636,428 fixed standalone enhanced rounded name 'route_changes_by_min_elevation_deg_hop_delay_us' background rgb 'white' font 'Helvetica,12'
set output 'route_changes-by-min_elevation_deg-hop_delay_us.svg'
plot \
    'route_changes-by-min_elevation_deg-hop_delay_us.dat' index 0 using 1:2:3 with image pixels notitle, \
    'route_changes-by-min_elevation_deg-hop_delay_us.dat' index 1 using 1:2:3 with labels font ',9' textcolor rgb 'white' notitle, \
    'route_changes-by-min_elevation_deg-hop_delay_us.dat' index 2 using 1:2:3 with labels font ',9' textcolor rgb 'black' notitle
unset output
