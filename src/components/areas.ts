/** Pictures of areas of life: paths on a grid of 24 by 24. A guide may have other areas; they go without a picture. */
export const drawings: Record<string, string> = {
  // An open door
  entry: 'M5 21V3h10v18M3 21h18M19 21V6h-4M11.5 12h.1',
  // A card with a photograph
  residence: 'M2 5h20v14H2zM6 15c0-3 5-3 5 0M14 10h5M14 14h5M8.5 8.5a1.5 1.5 0 1 0 .1 0',
  // Two grown-ups and a child
  family:
    'M6 3.5a2.5 2.5 0 1 0 .1 0M18 3.5a2.5 2.5 0 1 0 .1 0M2 20v-5c0-4 6.5-4.5 7-1M22 20v-5c0-4-6.5-4.5-7-1M12 12a2 2 0 1 0 .1 0M8.5 21c0-4.5 7-4.5 7 0',
  // A house
  everyday: 'M2 12 12 3l10 9M5 10v11h14V10M10 21v-6h4v6',
  // A passport
  nationality: 'M5 2h14v20H5zM12 6a4 4 0 1 0 .1 0M8 10h8M9 18h6',
  // A pair of scales
  rights: 'M12 3v18M7 21h10M4 6h16M4 6l-2.5 7h5zM20 6l-2.5 7h5z',
};
