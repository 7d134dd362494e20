Creator "Heliograph 0.1.0"
graph [
  directed 0
  name "s"
  epoch "2026-08-23T00:00:00.000000Z"
  timeS 0.0
  earth "wgs84"
  node [
    id 0
    label "A-0-0"
    kind "satellite"
    latitudeDeg -0.048217870570447886
    longitudeDeg 28.661448767950695
    altitudeKm 5000.523223567036
  ]
  node [
    id 1
    label "A-0-1"
    kind "satellite"
    latitudeDeg 43.84658451575227
    longitudeDeg 162.53769393208958
    altitudeKm 5004.673272895259
  ]
  node [
    id 2
    label "A-0-2"
    kind "satellite"
    latitudeDeg -43.87974092794591
    longitudeDeg -105.07298489700949
    altitudeKm 5015.029249165171
  ]
  node [
    id 3
    label "A-1-0"
    kind "satellite"
    latitudeDeg 30.94748747829735
    longitudeDeg 175.45804628940616
    altitudeKm 5001.809157811685
  ]
  node [
    id 4
    label "A-1-1"
    kind "satellite"
    latitudeDeg 15.863456998252488
    longitudeDeg -43.62324372712472
    altitudeKm 4999.948375585055
  ]
  node [
    id 5
    label "A-1-2"
    kind "satellite"
    latitudeDeg -51.9601108113135
    longitudeDeg 75.0078180868768
    altitudeKm 5018.451330987738
  ]
  node [
    id 6
    label "A-2-0"
    kind "satellite"
    latitudeDeg 51.955533770913945
    longitudeDeg -17.64546055261314
    altitudeKm 5006.686209086214
  ]
  node [
    id 7
    label "A-2-1"
    kind "satellite"
    latitudeDeg -15.951905957670382
    longitudeDeg 101.09208974022872
    altitudeKm 5004.0495786896045
  ]
  node [
    id 8
    label "A-2-2"
    kind "satellite"
    latitudeDeg -31.013229439088594
    longitudeDeg -118.1380502128658
    altitudeKm 5009.506963970199
  ]
  node [
    id 9
    label "O &amp; <s>"
    kind "station"
    latitudeDeg 59.9
    longitudeDeg 10.7
    altitudeKm -1.8189894035458565e-12
  ]
  node [
    id 10
    label "Nairobi"
    kind "station"
    latitudeDeg -1.3
    longitudeDeg 36.800000000000004
    altitudeKm 1.7950000000009823
  ]
  edge [
    source 0
    target 10
    kind "radio"
    lengthKm 5146.208548244089
    delayMs 17.16590398096035
  ]
  edge [
    source 1
    target 6
    kind "laser"
    lengthKm 15279.197470369749
    delayMs 50.96591679557779
  ]
  edge [
    source 2
    target 5
    kind "laser"
    lengthKm 15288.480119829997
    delayMs 50.99688038126029
  ]
  edge [
    source 3
    target 6
    kind "laser"
    lengthKm 16969.70051781833
    delayMs 56.604827990096844
  ]
  edge [
    source 5
    target 8
    kind "laser"
    lengthKm 16974.309807565995
    delayMs 56.620202925738695
  ]
  edge [
    source 6
    target 9
    kind "radio"
    lengthKm 5644.713261215016
    delayMs 18.82873671630197
  ]
]
