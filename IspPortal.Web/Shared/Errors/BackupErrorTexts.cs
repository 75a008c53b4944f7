namespace IspPortal.Web.Shared.Errors;

/// <summary>Texts of the errors whose code begins with <c>backups</c>.</summary>
[ErrorTexts("backups")]
internal sealed class BackupErrorTexts;
