namespace IspPortal.Web.Shared.Errors;

/// <summary>Texts of the errors whose code begins with <c>network</c>.</summary>
[ErrorTexts("operations")]
internal sealed class OperationErrorTexts;
