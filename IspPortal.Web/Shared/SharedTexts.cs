namespace IspPortal.Web.Shared;

/// <summary>Texts of the shared parts.</summary>
internal sealed class SharedTexts;
