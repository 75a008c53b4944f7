namespace IspPortal.Web.Features.Subscribers;

/// <summary>Texts of subscribers.</summary>
internal sealed class SubscriberTexts;
