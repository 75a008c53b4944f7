namespace IspPortal.Web.Shared.Errors;

/// <summary>Texts of the errors whose code begins with <c>provisioning</c>.</summary>
[ErrorTexts("provisioning")]
internal sealed class ProvisioningErrorTexts;
