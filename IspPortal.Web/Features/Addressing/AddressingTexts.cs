namespace IspPortal.Web.Features.Addressing;

/// <summary>Texts of the pages of this feature.</summary>
internal sealed class AddressingTexts;
