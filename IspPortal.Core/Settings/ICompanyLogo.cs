using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Settings;

/// <summary>The company's logo on documents.</summary>
public interface ICompanyLogo
{
    /// <summary>The largest picture that is kept, in bytes.</summary>
    const int MostBytes = 256 * 1024;

    /// <summary>The logo, or null; for documents and their pages, which need no permission for it.</summary>
    Task<CompanyLogoPicture?> FindAsync(CancellationToken cancellationToken);

    /// <summary>Replaces it. A PNG or JPEG of up to <see cref="MostBytes"/>, judged by its content: else <c>common.invalid</c> at <c>file</c>. Needs <see cref="SettingsPermissions.SettingsWrite"/>.</summary>
    Task<Result> SaveAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <summary>Takes it away. Needs <see cref="SettingsPermissions.SettingsWrite"/>.</summary>
    Task<Result> RemoveAsync(CancellationToken cancellationToken);
}
