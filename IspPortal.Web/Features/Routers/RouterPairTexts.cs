namespace IspPortal.Web.Features.Routers;

/// <summary>Words of a pair of routers.</summary>
internal sealed class RouterPairTexts;
