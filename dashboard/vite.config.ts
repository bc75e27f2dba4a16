import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The staff app is served by the Dengar server under /petugas; see src/web/app.ts. */
export default defineConfig({
  base: '/petugas/',
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // The first versions with light-dark(); older ones would show no colours at all.
    target: ['chrome123', 'edge123', 'firefox121', 'safari17.5'],
    // The content security policy allows no data: addresses for fonts and no inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // What the first page needs are two files, not one for each part that a later page shares with it.
        codeSplitting: {
          groups: [
            { name: 'packages', tags: ['$initial'], test: /node_modules/, priority: 2 },
            { name: 'first', tags: ['$initial'], priority: 1 },
          ],
        },
      },
    },
  },
  server: {
    port: 5173,
    proxy: { '/api': 'http://127.0.0.1:8787', '/daerah': 'http://127.0.0.1:8787' },
  },
})
