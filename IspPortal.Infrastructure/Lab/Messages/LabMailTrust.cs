using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace IspPortal.Infrastructure.Lab.Messages;

/// <summary>Lets mail clients of this process trust the lab's own certificates, and those alone besides what the machine trusts.</summary>
internal static class LabMailTrust
{
    private static readonly ConcurrentDictionary<string, bool> Own = new(StringComparer.Ordinal);
    private static int _isSet;

    public static void Accept(X509Certificate2 certificate)
    {
        Own[certificate.GetCertHashString()] = true;
        if (Interlocked.Exchange(ref _isSet, 1) == 0)
        {
#pragma warning disable SYSLIB0014, MA0039 // the one place where a mail client of .NET lets its certificate be judged
            ServicePointManager.ServerCertificateValidationCallback = static (_, shown, _, errors) => errors == SslPolicyErrors.None || (shown is not null && Own.ContainsKey(shown.GetCertHashString()));
#pragma warning restore SYSLIB0014, MA0039
        }
    }

    public static void Forget(X509Certificate2 certificate) => Own.TryRemove(certificate.GetCertHashString(), out _);
}
