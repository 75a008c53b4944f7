namespace IspPortal.Web.Shared.Errors;

/// <summary>Texts of the errors whose code begins with <c>dunning</c>.</summary>
[ErrorTexts("dunning")]
internal sealed class DunningErrorTexts;
