namespace IspPortal.Web.Shared.Errors;

/// <summary>Texts of the errors between the portal and a router. They name no address: alerts keep the code alone.</summary>
[ErrorTexts("routeros")]
internal sealed class RouterOsErrorTexts;
