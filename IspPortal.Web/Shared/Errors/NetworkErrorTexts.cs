namespace IspPortal.Web.Shared.Errors;

/// <summary>Texts of the errors whose code begins with <c>network</c>.</summary>
[ErrorTexts("network")]
internal sealed class NetworkErrorTexts;
