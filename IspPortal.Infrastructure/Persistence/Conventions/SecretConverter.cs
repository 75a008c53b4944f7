using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace IspPortal.Infrastructure.Persistence.Conventions;

/// <summary>Clear in memory, encrypted in the database. Such a column cannot be searched: keep an HMAC beside it where it must be.</summary>
internal sealed class SecretConverter(SecretProtector protector) : ValueConverter<string, string>(
    clear => protector.Protect(clear),
    stored => protector.Unprotect(stored));
