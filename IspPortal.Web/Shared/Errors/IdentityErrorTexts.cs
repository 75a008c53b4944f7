namespace IspPortal.Web.Shared.Errors;

/// <summary>Texts of the errors whose code begins with <c>identity</c>.</summary>
[ErrorTexts("identity")]
internal sealed class IdentityErrorTexts;
