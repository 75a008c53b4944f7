namespace IspPortal.Web.Shared.Errors;

/// <summary>Texts of the errors whose code begins with <c>subscriptions</c>.</summary>
[ErrorTexts("subscriptions")]
internal sealed class SubscriptionsErrorTexts;
