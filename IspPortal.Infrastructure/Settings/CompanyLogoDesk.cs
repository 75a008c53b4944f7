using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Settings;

internal sealed class CompanyLogoDesk(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor) : ICompanyLogo
{
    private const string File = "file";
    private const int Megabyte = 1024 * 1024;

    private static ReadOnlySpan<byte> Png => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private static ReadOnlySpan<byte> Jpeg => [0xFF, 0xD8, 0xFF];

    public async Task<CompanyLogoPicture?> FindAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<CompanyLogo>().AsNoTracking().SingleOrDefaultAsync(l => l.Id == CompanyLogo.OnlyId, cancellationToken) is { } logo ? new CompanyLogoPicture(logo.MediaType, logo.Content) : null;
    }

    public async Task<Result> SaveAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        if (actor.Deny(SettingsPermissions.SettingsWrite) is { } denied)
        {
            return denied;
        }

        var mediaType = content.Span.StartsWith(Png) ? "image/png" : content.Span.StartsWith(Jpeg) ? "image/jpeg" : null;
        if (mediaType is null || content.Length > ICompanyLogo.MostBytes)
        {
            return CommonErrors.Invalid([mediaType is null ? new FieldError(File, "settings.no_picture") : new FieldError(File, "settings.picture_too_large", ICompanyLogo.MostBytes * 1000 / Megabyte)]);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var logo = await context.Set<CompanyLogo>().SingleOrDefaultAsync(l => l.Id == CompanyLogo.OnlyId, cancellationToken);
        if (logo is null)
        {
            context.Add(new CompanyLogo { Id = CompanyLogo.OnlyId, MediaType = mediaType, Content = content.ToArray(), Bytes = content.Length });
        }
        else
        {
            (logo.MediaType, logo.Content, logo.Bytes) = (mediaType, content.ToArray(), content.Length);
        }

        return await context.TrySaveAsync(CommonErrors.VersionConflict, cancellationToken);
    }

    public async Task<Result> RemoveAsync(CancellationToken cancellationToken)
    {
        if (actor.Deny(SettingsPermissions.SettingsWrite) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Set<CompanyLogo>().SingleOrDefaultAsync(l => l.Id == CompanyLogo.OnlyId, cancellationToken) is { } logo)
        {
            context.Remove(logo);
        }

        return await context.TrySaveAsync(null, cancellationToken);
    }
}
