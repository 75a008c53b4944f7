namespace IspPortal.Infrastructure.Documents;

/// <summary>Finds the browser that this machine has.</summary>
internal static class ChromiumPlace
{
    // Without a window: these print in half the time, since a browser hands every document to another process of its own.
    private static readonly string[] Shells = ["chromium-headless-shell", "chrome-headless-shell"];

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "microsoft-edge-stable"];

    // What stands in the PATH there is a script around it.
    private static readonly string[] ShellPlaces = ["/usr/lib/chromium"];

    private static readonly string[] OtherPlaces =
    [
        "/usr/bin", "/usr/local/bin", "/snap/bin", "/opt/google/chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    /// <summary>The executable, one without a window before a whole browser; null when the one that is named is not there, or none is named and none found.</summary>
    public static string? Find(string? named)
    {
        if (!string.IsNullOrWhiteSpace(named))
        {
            return File.Exists(named) ? Path.GetFullPath(named) : null;
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Concat(OtherPlaces).ToList();
        return ShellPlaces.Concat(folders).SelectMany(place => Shells.Select(name => Path.Combine(place, name)))
            .Concat(folders.SelectMany(place => Names.Select(name => Path.Combine(place, name)).Append(place))).FirstOrDefault(File.Exists);
    }
}
