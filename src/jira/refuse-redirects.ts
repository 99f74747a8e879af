import type { Dispatcher } from 'undici';

/**
 * Makes a redirect an error before anybody follows it: Jira's endpoints do not redirect, and whoever does must
 * neither get a customer's letter nor answer in Jira's place.
 */
export const refuseRedirects: Dispatcher.DispatcherComposeInterceptor = (dispatch) => (options, handler) =>
  dispatch(options, {
    onRequestStart: (...given) => handler.onRequestStart?.(...given),
    onRequestUpgrade: (...given) => handler.onRequestUpgrade?.(...given),
    onResponseStart(...given) {
      const [controller, status] = given;
      if (isRedirect(status)) controller.abort(new Error(`refusing the redirect ${status}`));
      else handler.onResponseStart?.(...given);
    },
    onResponseData: (...given) => handler.onResponseData?.(...given),
    onResponseEnd: (...given) => handler.onResponseEnd?.(...given),
    onResponseError: (...given) => handler.onResponseError?.(...given),
  });

const NOT_MODIFIED = 304;

function isRedirect(status: number): boolean {
  return status >= 300 && status < 400 && status !== NOT_MODIFIED;
}
