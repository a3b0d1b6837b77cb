-- Names and texts sort as Danish and Norwegian do (æ, ø, å last). Codes, numbers and keys say utf8mb4_bin in their
-- own column definition: "ascending as text" means that.
ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_danish_ci;
