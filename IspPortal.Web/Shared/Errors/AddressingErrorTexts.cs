namespace IspPortal.Web.Shared.Errors;

/// <summary>Texts of the errors whose code begins with <c>addressing</c>.</summary>
[ErrorTexts("addressing")]
internal sealed class AddressingErrorTexts;
