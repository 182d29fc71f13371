import type { MessageKey } from '../shared/translate.ts';
import type { DialogueAct } from './run-report.ts';

/** What each act is called: `ask for the order number`. */
export const actKeys = {
  greet: 'acts.greet',
  thank: 'acts.thank',
  acknowledge: 'acts.acknowledge',
  close: 'acts.close',
  apologise: 'acts.apologise',
  empathise: 'acts.empathise',
  ask_order_number: 'acts.askOrderNumber',
  verify_identity: 'acts.verifyIdentity',
  ask_info: 'acts.askInfo',
  confirm_details: 'acts.confirmDetails',
  give_information: 'acts.giveInformation',
  state_unavailable: 'acts.stateUnavailable',
  state_policy: 'acts.statePolicy',
  refuse: 'acts.refuse',
  offer_resolution: 'acts.offerResolution',
  confirm_resolution: 'acts.confirmResolution',
  set_expectation: 'acts.setExpectation',
  escalate: 'acts.escalate',
  offer_more_help: 'acts.offerMoreHelp',
} as const satisfies Record<DialogueAct, MessageKey>;
