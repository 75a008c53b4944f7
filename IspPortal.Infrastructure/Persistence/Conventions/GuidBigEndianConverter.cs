using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace IspPortal.Infrastructure.Persistence.Conventions;

/// <summary>Guids as 16 bytes in the order they are written, so that SQLite's memcmp sorts version 7 ids by time.</summary>
internal sealed class GuidBigEndianConverter() : ValueConverter<Guid, byte[]>(
    guid => guid.ToByteArray(true),
    bytes => new Guid(bytes, true));
