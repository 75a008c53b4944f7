namespace IspPortal.Web.Shared.Errors;

/// <summary>Texts of the errors whose code begins with <c>isolir</c>.</summary>
[ErrorTexts("isolir")]
internal sealed class IsolirErrorTexts;
