export default {
  layout: 'paper.11ty.js',
  permalink: ({ page }) => `/papers/${page.fileSlug}/`,
};
