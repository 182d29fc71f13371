import type { Component } from 'solid-js';
import type { trainingRoutes } from '../session/create-router.ts';

/** The screens of the training room, each fetched when it is first shown. */
const loaders: Readonly<Record<(typeof trainingRoutes)[number], () => Promise<Component>>> = {
  training: async () => (await import('../training/training.tsx')).Training,
  editor: async () => (await import('../editor/editor.tsx')).Editor,
  certificates: async () => (await import('../certificates/certificates.tsx')).Certificates,
  phrases: async () => (await import('../phrases/phrases.tsx')).Phrases,
  progress: async () => (await import('../practice/progress.tsx')).Progress,
  traffic: async () => (await import('../traffic/traffic.tsx')).Traffic,
  link: async () => (await import('../link-check/link-check.tsx')).LinkCheck,
  review: async () => (await import('../practice/review.tsx')).Review,
};

/** Fetches a screen of the training room. Rejected when it cannot be fetched. */
export const loadTraining = (route: (typeof trainingRoutes)[number]): Promise<Component> =>
  loaders[route]();
