using System.Security.Cryptography;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.Documents;
using IspPortal.Core.Customers.Documents.Content;
using IspPortal.Core.Identity;
using IspPortal.Core.Mapping;
using IspPortal.Core.Mapping.Photos;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Mapping.Photos;

internal sealed class PlantPhotos(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, PlantPhotoFiles files, TimeProvider clock) : IPlantPhotos
{
    private const int Megabyte = 1024 * 1024;

    public async Task<Result<IReadOnlyList<PlantPhotoRow>>> ListAsync(Guid nodeId, CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.MapRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        List<PlantPhotoRow> photos =
        [
            .. await context.Set<PlantPhoto>().AsNoTracking().Where(p => p.NodeId == nodeId).OrderByDescending(p => p.AddedAtUtc).ThenByDescending(p => p.Id)
                .Select(p => new PlantPhotoRow(p.Id, p.NodeId, p.Width, p.Height, p.SizeBytes, p.Note, p.AddedBy, p.AddedAtUtc)).ToListAsync(cancellationToken),
        ];
        return photos.Count > 0 || await context.Set<PlantNode>().AnyAsync(n => n.Id == nodeId, cancellationToken) ? photos : PlantErrors.NodeNotFound;
    }

    public async Task<Result<DocumentContent>> OpenAsync(Guid photoId, CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.MapRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var photo = await context.Set<PlantPhoto>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == photoId, cancellationToken);
        return photo is not null && await files.ReadAsync(photo.StoredAs, cancellationToken) is { } bytes ? new DocumentContent(photo.Format, $"{photo.Id}{photo.Format.Ending()}", bytes) : PlantErrors.PhotoNotFound;
    }

    public async Task<Result<Guid>> AddAsync(Guid photoId, AddPlantPhotoRequest request, CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.PortsWrite) is { } denied)
        {
            return denied;
        }

        var read = Read(request);
        if (!read.Succeeded)
        {
            return read.Error;
        }

        var (shape, content) = (read.Value, request.Content[..read.Value.Length]);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await context.Set<PlantNode>().AnyAsync(n => n.Id == request.NodeId, cancellationToken))
        {
            return PlantErrors.NodeNotFound;
        }

        var there = await context.Set<PlantPhoto>().AsNoTracking().Where(p => p.NodeId == request.NodeId || p.Id == photoId).Select(p => new { p.Id, p.NodeId, p.Place, p.ContentHash }).ToListAsync(cancellationToken);
        if (there.Find(p => p.Id == photoId || p.ContentHash == hash) is { } same)
        {
            return same.Id == photoId && same.NodeId == request.NodeId && same.ContentHash == hash ? photoId : PlantErrors.SamePhoto;
        }

        if (there.Count >= PlantPhoto.MostOfNode)
        {
            return PlantErrors.TooManyPhotos(PlantPhoto.MostOfNode);
        }

        var photo = new PlantPhoto
        {
            Id = photoId,
            NodeId = request.NodeId,
            Place = Enumerable.Range(1, PlantPhoto.MostOfNode).Except(there.Select(p => p.Place)).First(),
            StoredAs = Ids.New(clock),
            Format = shape.Format,
            SizeBytes = content.Length,
            ContentHash = hash,
            Width = shape.Width ?? 0,
            Height = shape.Height ?? 0,
            Note = CustomerText.OrNull(request.Note),
            AddedBy = actor.Actor.Name,
            AddedAtUtc = clock.UtcNow(),
        };

        // The file first: a row always has one. What a crash leaves in between is a file without a row, and swept.
        await files.SaveAsync(photo.StoredAs, content, cancellationToken);
        var saved = await SaveAsync(context, photo, cancellationToken);
        if (saved.Succeeded)
        {
            return photoId;
        }

        files.Remove(photo.StoredAs);
        return saved.Error;
    }

    public async Task<Result> RemoveAsync(Guid photoId, CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.PortsWrite) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var photo = await context.Set<PlantPhoto>().SingleOrDefaultAsync(p => p.Id == photoId, cancellationToken);
        if (photo is null)
        {
            return PlantErrors.PhotoNotFound;
        }

        // The row first: a file without one is swept, a row without its file is a loss.
        context.Remove(photo);
        var saved = await context.TrySaveAsync(null, cancellationToken);
        if (!saved.Succeeded)
        {
            return PlantErrors.PhotoNotFound;
        }

        files.Remove(photo.StoredAs);
        return Result.Success;
    }

    private static Result<DocumentShape> Read(AddPlantPhotoRequest request)
    {
        if (request.Content.Length > PlantPhoto.MostMegabytes * Megabyte)
        {
            return DocumentErrors.TooLarge(PlantPhoto.MostMegabytes);
        }

        if (PlainText.Refuse(request.Note, "note") is { } unreadable)
        {
            return unreadable;
        }

        if (request.Note?.Trim().Length > PlantPhoto.LongestNote)
        {
            return CommonErrors.Invalid([new FieldError("note", "common.too_long", PlantPhoto.LongestNote)]);
        }

        var shape = DocumentSniffer.Read(request.Content.Span);
        return shape.Succeeded ? shape.Value.Format.IsPicture() ? shape.Value : PlantErrors.NotAPhoto
            : shape.Error == DocumentErrors.UnknownFormat ? PlantErrors.NotAPhoto
            : shape.Error;
    }

    // Two who add at once want one place: whoever is later tries again by hand. The node may be gone meanwhile.
    private static async Task<Result> SaveAsync(PortalDbContext context, PlantPhoto photo, CancellationToken cancellationToken)
    {
        try
        {
            context.Add(photo);
            return await context.TrySaveAsync(CommonErrors.VersionConflict, cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsForeignKeyViolation())
        {
            return PlantErrors.NodeNotFound;
        }
    }
}
