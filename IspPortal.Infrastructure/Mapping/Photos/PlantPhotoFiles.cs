using IspPortal.Infrastructure.Files;
using IspPortal.Infrastructure.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace IspPortal.Infrastructure.Mapping.Photos;

/// <summary>The files of photos of the plant.</summary>
internal sealed class PlantPhotoFiles(IOptions<StorageOptions> storage, IDataProtectionProvider protection) : SealedFiles(storage, protection, Folder, "IspPortal.PlantPhotos.v1", ".photo")
{
    /// <summary>The folder below the data directory.</summary>
    public const string Folder = "plant-photos";
}
