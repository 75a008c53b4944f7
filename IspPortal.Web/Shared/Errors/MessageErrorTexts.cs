namespace IspPortal.Web.Shared.Errors;

/// <summary>Texts of the errors whose code begins with <c>messages</c>.</summary>
[ErrorTexts("messages")]
internal sealed class MessageErrorTexts;
