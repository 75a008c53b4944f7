using Microsoft.AspNetCore.DataProtection;

namespace IspPortal.Infrastructure.Persistence.Conventions;

/// <summary>Encrypts the columns marked with <see cref="PropertyBuilderExtensions.IsSecret{TProperty}"/> with the key ring outside the database.</summary>
internal sealed class SecretProtector(IDataProtectionProvider provider)
{
    private readonly IDataProtector _protector = provider.CreateProtector("IspPortal.Persistence.Secret.v1");

    public string Protect(string clear) => _protector.Protect(clear);

    public string Unprotect(string stored) => _protector.Unprotect(stored);
}
