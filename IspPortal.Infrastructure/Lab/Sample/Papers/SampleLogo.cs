namespace IspPortal.Infrastructure.Lab.Sample.Papers;

/// <summary>The mark of the sample ISP: waves that leave a point, in a rounded square; edges are smoothed by shades between the two colours.</summary>
internal static class SampleLogo
{
    private const int Size = 192;
    private const int Shades = 15;
    private const int Samples = 4;
    private const double Corner = 40;

    public static byte[] Draw()
    {
        // Shade 0 is white, the last is the mark's blue.
        var picture = new SamplePicture(Size, Size, [.. Enumerable.Range(0, Shades + 1).Select(shade => (Mix(0x23, shade), Mix(0x41, shade), Mix(0x8F, shade)))]);
        for (var y = 0; y < Size; y++)
        {
            for (var x = 0; x < Size; x++)
            {
                picture.Fill(x, y, x + 1, y + 1, (byte)Math.Round(ShareOf(x, y) * Shades));
            }
        }

        return picture.ToPng();
    }

    private static byte Mix(int channel, int shade) => (byte)(255 - ((255 - channel) * shade / Shades));

    private static double ShareOf(int x, int y)
    {
        var inked = 0;
        for (var sample = 0; sample < Samples * Samples; sample++)
        {
            inked += IsInk(x + (((sample % Samples) + 0.5) / Samples), y + (((sample / Samples) + 0.5) / Samples)) ? 1 : 0;
        }

        return inked / (double)(Samples * Samples);
    }

    private static bool IsInk(double x, double y)
    {
        var (dx, dy) = (Math.Max(Math.Abs(x - (Size / 2.0)) - (Size / 2.0) + Corner, 0), Math.Max(Math.Abs(y - (Size / 2.0)) - (Size / 2.0) + Corner, 0));
        if ((dx * dx) + (dy * dy) > Corner * Corner)
        {
            return false;
        }

        var (right, up) = (x - 52, 140 - y);
        var distance = Math.Sqrt((right * right) + (up * up));
        var isWave = distance is (> 36 and < 54) or (> 74 and < 92);
        return distance >= 18 && !(isWave && right > -2 && up > -2);
    }
}
